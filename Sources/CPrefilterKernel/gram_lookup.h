#ifndef GRAM_LOOKUP_H
#define GRAM_LOOKUP_H

#include "CPrefilterKernel.h"

/// What all kernels share: where they read, what they look up, and where they write.
typedef struct {
  const prefilter_slot *slots;
  uint32_t slot_bits;
  const uint8_t *bytes;
  size_t length;
  prefilter_candidate *candidates;
  size_t capacity;
  size_t count;
  /// Two bit sets, one behind the other: the hashes of what the search looks for, and of the windows that
  /// hold a gram and what stands beside it in a keyword.
  const uint8_t *bitmap;
  uint32_t bitmap_bits;
} prefilter_search;

/// Whether bytes that hold a gram, and up to four beside it, are those of a keyword.
static inline bool prefilter_is_window(const prefilter_search *search, size_t offset, uint32_t width) {
  const uint8_t *windows = search->bitmap + (UINT32_C(1) << (search->bitmap_bits - 3));
  uint8_t end[8] = {0};
  const uint8_t *bytes = search->bytes + offset;
  if (search->length - offset < 8) bytes = memcpy(end, bytes, search->length - offset);
  uint64_t hash = prefilter_window_hash(prefilter_window(bytes), prefilter_window_factor(width), search->bitmap_bits);
  return windows[hash >> 3] >> (hash & 7) & 1;
}

/// Whether the bytes beside a gram leave it possible that a keyword stands there.
static inline bool prefilter_may_be_keyword(const prefilter_search *search, const prefilter_slot *slot, size_t offset) {
  if (offset >= 4 && search->length - offset >= 8) {
    // Everywhere but at the ends: all windows are parts of two.
    const uint8_t *windows = search->bitmap + (UINT32_C(1) << (search->bitmap_bits - 3));
    uint64_t behind = prefilter_window(search->bytes + offset), before = prefilter_window(search->bytes + offset - 4);
    for (uint32_t sides = slot->sides; sides != 0; sides &= sides - 1) {
      uint32_t side = (uint32_t)__builtin_ctz(sides), beside = side & 7;
      uint64_t window = side < 8 ? behind : before >> (8 * (4 - beside));
      uint64_t hash = prefilter_window_hash(window, prefilter_window_factor(4 + beside), search->bitmap_bits);
      if (windows[hash >> 3] >> (hash & 7) & 1) return true;
    }
    return false;
  }
  for (uint32_t sides = slot->sides; sides != 0; sides &= sides - 1) {
    uint32_t side = (uint32_t)__builtin_ctz(sides), beside = side & 7;
    size_t before = side < 8 ? 0 : beside;
    if (offset >= before && search->length - offset >= 4 + beside - before &&
        prefilter_is_window(search, offset - before, 4 + beside)) {
      return true;
    }
  }
  return false;
}

/// Writes a candidate if the gram at a place is one of the set; false if that filled the room.
static inline bool prefilter_look_up(prefilter_search *search, size_t offset) {
  uint32_t gram = prefilter_gram(search->bytes + offset);
  uint32_t slot = prefilter_hash(gram, search->slot_bits);
  // The table is never full, so a free slot ends every probe.
  while (search->slots[slot].index != UINT32_MAX) {
    if (search->slots[slot].gram == gram) {
      if (!prefilter_may_be_keyword(search, &search->slots[slot], offset)) return true;
      search->candidates[search->count++] = (prefilter_candidate){offset, search->slots[slot].index};
      return search->count < search->capacity;
    }
    slot = (slot + 1) & ((UINT32_C(1) << search->slot_bits) - 1);
  }
  return true;
}

/// How many bytes a kernel goes through before it looks up the places that it found in them.
enum { prefilter_block_bytes = 2048 };

/// Places in a block, as offsets from its start, in order.
typedef struct {
  size_t count;
  // Places are written four at a time.
  uint16_t offsets[prefilter_block_bytes + 4];
} prefilter_places;

/// Adds the places of a bit set, counted from `base`.
static inline void prefilter_add_places(prefilter_places *places, size_t base, uint64_t set) {
  // Four at a time: how many there are can't be predicted, that there are seldom more than four can.
  size_t count = places->count;
  places->count += (size_t)__builtin_popcountll(set);
  while (set != 0) {
    for (size_t i = 0; i < 4; i++) {
      places->offsets[count + i] = (uint16_t)(base + (size_t)__builtin_ctzll(set | UINT64_C(1) << 63));
      set &= set - 1;
    }
    count += 4;
  }
}

/// Looks up the places of a block that starts at `base`; false, with *position behind the last one, if the room is full.
///
/// Most places hold no gram, and which do can't be predicted. So the bitmap thins them out first, without a
/// branch on what it says.
static inline bool prefilter_look_up_all(prefilter_search *search, size_t base, prefilter_places *places,
                                         size_t *position) {
  size_t count = 0;
  const uint64_t factor = prefilter_window_factor(4);
  for (size_t i = 0; i < places->count; i++) {
    uint16_t offset = places->offsets[i];
    uint64_t hash = prefilter_window_hash(prefilter_gram(search->bytes + base + offset), factor, search->bitmap_bits);
    places->offsets[count] = offset;
    count += search->bitmap[hash >> 3] >> (hash & 7) & 1;
  }
  for (size_t i = 0; i < count; i++) {
    if (!prefilter_look_up(search, base + places->offsets[i])) {
      *position = base + places->offsets[i] + 1;
      return false;
    }
  }
  return true;
}

/// Looks up every place from *position on: for tails that are too short for a vector.
static inline void prefilter_look_up_rest(prefilter_search *search, size_t *position) {
  for (size_t at = *position; at + 4 <= search->length; at++) {
    if (!prefilter_look_up(search, at)) {
      *position = at + 1;
      return;
    }
  }
  *position = search->length;
}

/// Tells which of as many places as the kernel looks at in one go may have a gram, by a number of sets of masks.
typedef uint64_t prefilter_fits(const void *tables, size_t sets, const uint8_t *bytes);

/// The search of a kernel that looks at `width` places in one go, from *position to the end.
///
/// Inlined, so that the compiler knows the kernel's function and its numbers.
static inline __attribute__((always_inline)) void prefilter_search_masked(prefilter_search *search, const void *tables,
                                                                          size_t sets, size_t width,
                                                                          prefilter_fits *fits, size_t *position) {
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  prefilter_places found;
  while (at + width + 3 <= length) {
    size_t base = at;
    found.count = 0;
    for (; at + width + 3 <= length && at < base + prefilter_block_bytes; at += width) {
      prefilter_add_places(&found, at - base, fits(tables, sets, bytes + at));
    }
    if (!prefilter_look_up_all(search, base, &found, position)) return;
  }
  // The rest is the end of one more look that is moved back to end with the bytes.
  if (length >= width + 3 && at + 4 <= length) {
    size_t last = length - (width + 3);
    found.count = 0;
    prefilter_add_places(&found, 0, fits(tables, sets, bytes + last) >> (at - last) << (at - last));
    if (!prefilter_look_up_all(search, last, &found, position)) return;
    at = length;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

#if defined(__x86_64__)
void prefilter_masked_avx2(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position);
void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position);
#elif defined(__aarch64__) && defined(__ARM_NEON)
void prefilter_masked_neon(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position);
#endif

#endif
