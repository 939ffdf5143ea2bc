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

/// Writes a candidate if the gram at a place is one of the set; false if that filled the room.
static inline bool prefilter_look_up(prefilter_search *search, size_t offset) {
  uint32_t gram = prefilter_gram(search->bytes + offset);
  uint32_t slot = prefilter_hash(gram, search->slot_bits);
  // The table is never full, so a free slot ends every probe.
  while (search->slots[slot].index != UINT32_MAX) {
    if (search->slots[slot].gram == gram) {
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
