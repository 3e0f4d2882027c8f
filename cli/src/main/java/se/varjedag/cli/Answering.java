package se.varjedag.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the answer leaves by. It remembers why it could not go on: a `PrintStream` goes on in silence.
final class Answering extends FilterOutputStream {
    private @Nullable IOException failure;

    Answering(OutputStream out) {
        super(out);
    }

    /// Why the answer is not whole. Nothing, where its reader has had enough and gone (`| head`).
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(IOException::getMessage)
                .filter(message -> !message.contains("Broken pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException why) {
            failure = why;
            throw why;
        }
    }
}
