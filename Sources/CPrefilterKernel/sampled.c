#include "gram_lookup.h"

static inline uint32_t is_marked(const uint8_t *bitmap, uint32_t bits, uint64_t factor, const uint8_t *bytes) {
  uint64_t hash = prefilter_window_hash(prefilter_window(bytes), factor, bits);
  return (uint32_t)bitmap[hash >> 3] >> (hash & 7) & 1;
}

/// The search with a step that the compiler knows, so that the eight probes of a turn unroll.
static inline void find_sampled(prefilter_search *search, const uint8_t *bitmap, uint32_t bits, uint64_t factor,
                                size_t step, size_t *position) {
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  for (; at + 7 * step + 8 <= length; at += 8 * step) {
    uint32_t marked = 0;
    for (size_t i = 0; i < 8; i++) marked |= is_marked(bitmap, bits, factor, bytes + at + i * step) << i;
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
    if ((at + 8 > length || is_marked(bitmap, bits, factor, bytes + at)) && !prefilter_look_up(search, at)) {
      *position = at + step;
      return;
    }
  }
  *position = at;
}

size_t prefilter_find_sampled(const uint8_t *bitmap, uint32_t bitmap_bits, uint32_t width, size_t step,
                              const prefilter_slot *slots, uint32_t slot_bits, const uint8_t *bytes, size_t length,
                              size_t *position, prefilter_candidate *candidates, size_t capacity) {
  prefilter_search search = {slots, slot_bits, bytes, length, candidates, capacity, 0, bitmap, bitmap_bits};
  uint64_t factor = prefilter_window_factor(width);
  switch (step) {
  case 1: find_sampled(&search, bitmap, bitmap_bits, factor, 1, position); break;
  case 2: find_sampled(&search, bitmap, bitmap_bits, factor, 2, position); break;
  case 4: find_sampled(&search, bitmap, bitmap_bits, factor, 4, position); break;
  default: find_sampled(&search, bitmap, bitmap_bits, factor, step, position);
  }
  return search.count;
}
