package se.varjedag.app.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What an address is counted as: itself, and of the newer kind the network it is in, which one household has whole.
public final class Networks {
    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /// The network of an address as it is written.
    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address newer
                    ? HexFormat.of().formatHex(Arrays.copyOf(newer.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
