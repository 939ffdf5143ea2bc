#include "gram_lookup.h"

/// The search with a step that the compiler knows, so that the eight probes of a turn unroll.
static inline void find_sampled(prefilter_search *search, prefilter_windows windows, uint64_t factor, size_t step,
                                size_t *position) {
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  for (; at + 7 * step + 8 <= length; at += 8 * step) {
    uint32_t marked = 0;
    for (size_t i = 0; i < 8; i++) {
      marked |= prefilter_has_window(windows, prefilter_window(bytes + at + i * step), factor) << i;
    }
    for (; marked != 0; marked &= marked - 1) {
      size_t offset = at + (size_t)__builtin_ctz(marked) * step;
      if (!prefilter_look_up(search, offset)) {
        *position = offset + step;
        return;
      }
    }
  }
  // Where eight bytes can't be read there is nothing to ask but the table.
  for (; at + 4 <= length; at += step) {
    if ((at + 8 > length || prefilter_has_window(windows, prefilter_window(bytes + at), factor)) &&
        !prefilter_look_up(search, at)) {
      *position = at + step;
      return;
    }
  }
  *position = length;
}

size_t prefilter_find_sampled(prefilter_windows windows, uint32_t width, size_t step, prefilter_table table,
                              const uint8_t *bytes, size_t length, size_t *position, prefilter_hit *hits,
                              size_t capacity) {
  prefilter_search search = {table, bytes, length, hits, capacity, 0};
  uint64_t factor = prefilter_window_factor(width);
  switch (step) {
  case 1: find_sampled(&search, windows, factor, 1, position); break;
  case 2: find_sampled(&search, windows, factor, 2, position); break;
  case 4: find_sampled(&search, windows, factor, 4, position); break;
  default: find_sampled(&search, windows, factor, step, position);
  }
  return search.count;
}
