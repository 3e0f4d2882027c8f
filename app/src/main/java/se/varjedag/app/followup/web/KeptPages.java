package se.varjedag.app.followup.web;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The pages that were made, for the next who asks for the same.
///
/// A page holds on to all that it was made from. Those about now hold on to the same; each about another moment may
/// hold on to a whole retrace of its own, so only a few of them are kept, and none when memory is short.
///
/// @param <K> what tells one page from another
final class KeptPages<K> {
    static final int OF_NOW = 128;
    static final int OF_OTHER_MOMENTS = 8;

    private final Map<K, Object> ofNow = atMost(OF_NOW);
    private final Map<K, SoftReference<Object>> ofOtherMoments = atMost(OF_OTHER_MOMENTS);

    /// The page, or null when it is not kept.
    synchronized @Nullable Object get(K key, boolean aboutNow) {
        if (aboutNow) {
            return ofNow.get(key);
        }
        var kept = ofOtherMoments.get(key);
        return kept == null ? null : kept.get();
    }

    synchronized void keep(K key, boolean aboutNow, Object page) {
        if (aboutNow) {
            ofNow.put(key, page);
        } else {
            ofOtherMoments.put(key, new SoftReference<>(page));
        }
    }

    /// Lets go of pages that nobody will ask for again.
    synchronized void forget(Predicate<K> which) {
        ofNow.keySet().removeIf(which);
        ofOtherMoments.keySet().removeIf(which);
    }

    private static <K, V> Map<K, V> atMost(int most) {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @java.io.Serial
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
