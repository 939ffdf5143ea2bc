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
} prefilter_search;

/// Whether the grams beside one leave it possible that a keyword stands there.
static inline bool prefilter_has_neighbour(const prefilter_search *search, const prefilter_slot *slot, size_t offset) {
  if ((slot->behind & slot->before) == UINT32_MAX) return true;
  const uint8_t *bytes = search->bytes + offset;
  uint32_t found = 0;
  if (search->length - offset >= 8) found |= slot->behind & prefilter_neighbour_bit(prefilter_gram(bytes + 4));
  if (offset >= 4) found |= slot->before & prefilter_neighbour_bit(prefilter_gram(bytes - 4));
  return found != 0;
}

/// Writes a candidate if the gram at a place is one of the set; false if that filled the room.
static inline bool prefilter_look_up(prefilter_search *search, size_t offset) {
  uint32_t gram = prefilter_gram(search->bytes + offset);
  uint32_t slot = prefilter_hash(gram, search->slot_bits);
  // The table is never full, so a free slot ends every probe.
  while (search->slots[slot].index != UINT32_MAX) {
    if (search->slots[slot].gram == gram) {
      if (!prefilter_has_neighbour(search, &search->slots[slot], offset)) return true;
      search->candidates[search->count++] = (prefilter_candidate){offset, search->slots[slot].index};
      return search->count < search->capacity;
    }
    slot = (slot + 1) & ((UINT32_C(1) << search->slot_bits) - 1);
  }
  return true;
}

/// Looks up the places of a bit set, counted from `base`; false, with *position behind the last one, if the room is full.
static inline bool prefilter_look_up_all(prefilter_search *search, size_t base, uint64_t places, size_t *position) {
  for (; places != 0; places &= places - 1) {
    size_t offset = base + (size_t)__builtin_ctzll(places);
    if (!prefilter_look_up(search, offset)) {
      *position = offset + 1;
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

#if defined(__x86_64__)
void prefilter_masked_avx2(prefilter_search *search, const uint8_t *masks, size_t *position);
void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *masks, size_t *position);
#elif defined(__aarch64__) && defined(__ARM_NEON)
void prefilter_masked_neon(prefilter_search *search, const uint8_t *masks, size_t *position);
#endif

#endif
