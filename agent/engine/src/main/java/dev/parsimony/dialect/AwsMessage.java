// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.EventData;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * One message of Amazon's event stream encoding while it comes in: total length, length of the headers and a checksum of
 * both, the headers, the payload, a checksum of all; big-endian. The header {@code :message-type} tells an event, named by
 * {@code :event-type}, from an exception or an error. After the encoding's specification in Smithy 2.0.
 */
final class AwsMessage implements EventFrame {
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;

    private boolean whole;
    private AwsHeaders headers = new AwsHeaders(Map.of(), true);
    private int dataFrom;
    private int dataTo;

    @Override
    public int next(byte[] bytes, int start, int to) {
        if (to - start < PRELUDE) {
            return MORE;
        }
        int length = number(bytes, start);
        int ofHeaders = number(bytes, start + 4);
        boolean sound = ofHeaders >= 0
                && length >= (long) ofHeaders + PRELUDE + CHECKSUM
                && isSum(bytes, start, start + PRELUDE - CHECKSUM);
        if (!sound) {
            return LOST;
        }
        if (to - start < length) {
            return MORE;
        }
        int end = start + length;
        return isSum(bytes, start, end - CHECKSUM) && take(bytes, start, ofHeaders, end) ? end : LOST;
    }

    /** Whether the four bytes at an offset are the checksum of those before it. */
    private static boolean isSum(byte[] bytes, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return (int) sum.getValue() == number(bytes, to);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private boolean take(byte[] bytes, int start, int length, int end) {
        headers = AwsHeaders.in(bytes, start + PRELUDE, start + PRELUDE + length);
        whole = headers.sound();
        dataFrom = PRELUDE + length;
        dataTo = end - CHECKSUM - start;
        return whole;
    }

    @Override
    public void finish(byte[] bytes, int to) {
        // a message that is not whole is none
    }

    @Override
    public void clear() {
        whole = false;
    }

    @Override
    public boolean hasData() {
        return whole;
    }

    @Override
    public String name(byte[] bytes, int start) {
        return headers.event();
    }

    @Override
    public EventData data(byte[] bytes, int start) {
        return new EventData(bytes, start + dataFrom, start + dataTo);
    }

    @Override
    public String error(byte[] bytes, int start) {
        return headers.error();
    }
}
