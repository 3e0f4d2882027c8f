package se.varjedag.app.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Names with values in a YAML file of data that is shipped with the program: the whole file, or a row inside it. Each
/// method tells which file is at fault, and of what.
public final class DataRow {
    private final String file;
    private final Map<?, ?> values;

    private DataRow(String file, @Nullable Object written) {
        this.file = file;
        if (!(written instanceof Map<?, ?> map)) {
            throw wrong("has something in the place of names with values");
        }
        values = map;
    }

    /// A file that lies beside a class.
    ///
    /// @throws UncheckedIOException where it is missing from the build
    public static DataRow shipped(Class<?> beside, String name) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is missing from the build", e);
        }
    }

    /// What is written.
    ///
    /// @param file what to call it in a sentence about a mistake
    /// @throws IllegalArgumentException where it is not names with values
    public static DataRow of(String file, String yaml) {
        var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
        return new DataRow(file, new Load(settings).loadFromString(yaml));
    }

    /// The words of a key.
    ///
    /// @throws IllegalArgumentException where there are none
    public String text(String key) {
        return perhaps(key).orElseThrow(() -> wrong("does not say " + key));
    }

    /// The words of a key, where there are any.
    public Optional<String> perhaps(String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /// The whole number of a key.
    ///
    /// @throws IllegalArgumentException where there is none
    public int number(String key) {
        if (values.get(key) instanceof Number number) {
            return number.intValue();
        }
        throw wrong("does not say " + key);
    }

    /// The number of a key, where there is one.
    public OptionalDouble decimal(String key) {
        return values.get(key) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /// Whether the key says yes.
    public boolean is(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /// The row of a key.
    ///
    /// @throws IllegalArgumentException where there is none
    public DataRow row(String key) {
        return new DataRow(file, values.get(key));
    }

    /// The rows of a key, none where it is not said.
    public List<DataRow> rows(String key) {
        return list(key).stream().map(one -> new DataRow(file, one)).toList();
    }

    /// The words in the list of a key, none where it is not said.
    public List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /// The whole numbers in the list of a key, none where it is not said.
    public List<Integer> numbers(String key) {
        return list(key).stream().map(one -> number(key, one)).toList();
    }

    private int number(String key, @Nullable Object one) {
        if (one instanceof Number number) {
            return number.intValue();
        }
        throw wrong("has something in the place of a number in " + key);
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    /// What to throw where the row says something that it must not.
    ///
    /// @param what follows the name of the file in the sentence
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + " " + what);
    }
}
