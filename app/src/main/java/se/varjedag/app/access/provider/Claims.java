package se.varjedag.app.access.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an identity provider says of somebody. A claim is named as it stands, or by a path into what lies in it:
/// `realm_access.roles`.
record Claims(Map<String, Object> all) {

    Claims {
        var told = new HashMap<>(all);
        told.values().removeIf(java.util.Objects::isNull);
        all = Map.copyOf(told);
    }

    /// What a claim says: nothing, one text, or several.
    List<String> texts(String path) {
        var found = new ArrayList<String>();
        gather(value(path), found);
        return found;
    }

    /// The first that a claim says.
    Optional<String> text(String path) {
        return texts(path).stream().findFirst();
    }

    /// The things in a claim that is a list of them, each with the claims around it; what the thing says itself goes
    /// first.
    List<Claims> each(String path) {
        var things = value(path);
        var list = things instanceof Collection<?> several ? several : things == null ? List.of() : List.of(things);
        var each = new ArrayList<Claims>();
        for (var thing : list) {
            if (thing instanceof Map<?, ?> map) {
                var together = new HashMap<>(all);
                map.forEach((key, value) -> {
                    if (key instanceof String name && value != null) {
                        together.put(name, value);
                    }
                });
                each.add(new Claims(together));
            }
        }
        return each;
    }

    private @Nullable Object value(String path) {
        var whole = all.get(path);
        if (whole != null) {
            return whole;
        }
        Object at = all;
        for (var step : path.split("\\.", -1)) {
            if (!(at instanceof Map<?, ?> map)) {
                return null;
            }
            at = map.get(step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static void gather(@Nullable Object value, List<String> found) {
        switch (value) {
            case null -> {}
            case Collection<?> several -> several.forEach(one -> gather(one, found));
            case Map<?, ?> _ -> {}
            case Instant moment -> found.add(moment.toString());
            default -> {
                var text = value.toString().strip();
                if (!text.isEmpty()) {
                    found.add(text);
                }
            }
        }
    }
}
