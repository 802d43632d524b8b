// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * An object's members for somebody who asks for many of them: each look-up begins behind the one before, so that asking in
 * the order in which they were written compares one name each time. Not for use by two threads at once.
 */
public final class Members {
    private final Node missing;
    private final List<Node> members;
    private final String[] names;
    private int next;

    /**
     * Has those of an object; none of any other value.
     *
     * @param object whose members these are
     */
    public Members(Node object) {
        this.missing = object.json().missing();
        this.members = object.is(Node.Kind.OBJECT) ? object.children() : List.of();
        this.names = new String[members.size()];
        Arrays.setAll(names, i -> members.get(i).name());
    }

    /**
     * The member of that name.
     *
     * @param name as it reads, unescaped
     * @return the member's value; missing if there is none
     */
    public Node get(String name) {
        for (int passed = 0; passed < names.length; passed++) {
            int at = next;
            next = at + 1 == names.length ? 0 : at + 1;
            if (names[at].equals(name)) {
                return members.get(at);
            }
        }
        return missing;
    }
}
