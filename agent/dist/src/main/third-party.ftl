Parsimony's jar contains these libraries, under their own names and licences. Notices, and the texts of licences other
than Apache-2.0 (META-INF/LICENSE), are in META-INF/third-party.

<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
<#if library.groupId != "dev.parsimony">
${library.groupId}:${library.artifactId}:${library.version}
    <#list entry.getValue() as licence>${licence}<#sep>, </#sep></#list>
    ${(library.url)!""}
</#if>
</#list>
