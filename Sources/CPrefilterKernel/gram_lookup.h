#ifndef GRAM_LOOKUP_H
#define GRAM_LOOKUP_H

#include "CPrefilterKernel.h"

/// What all kernels share: where they read, what they look up, and where they write.
typedef struct {
  prefilter_table table;
  const uint8_t *bytes;
  size_t length;
  prefilter_hit *hits;
  size_t capacity;
  size_t count;
} prefilter_search;

static inline uint32_t prefilter_has_window(prefilter_windows windows, uint64_t window, uint64_t factor) {
  uint64_t hash = prefilter_window_hash(window, factor, windows.bits);
  return (uint32_t)windows.bitmap[hash >> 3] >> (hash & 7) & 1;
}

/// Whether bytes are a keyword, whose ASCII letters are in lower case, but for the case of ASCII letters.
static inline bool prefilter_is_keyword(const uint8_t *bytes, const uint8_t *keyword, size_t length) {
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = bytes[i];
    if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
    if (byte != keyword[i]) return false;
  }
  return true;
}

/// Writes the keywords of a group that stand round its gram.
static inline void prefilter_compare(prefilter_search *search, const prefilter_group *group, size_t offset) {
  const prefilter_table *table = &search->table;
  // As unsigned numbers, where what is before the first byte is behind the last.
  size_t at = offset + (size_t)(ptrdiff_t)group->distance;
  if (at > search->length || search->length - at < 4) return;
  uint32_t check = prefilter_gram(search->bytes + at), low = group->first_entry, high = group->end_entry;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (table->entries[middle].check < check) low = middle + 1;
    else high = middle;
  }
  for (; low < group->end_entry && table->entries[low].check == check; low++) {
    const prefilter_entry *entry = &table->entries[low];
    size_t start = offset - entry->offset;
    if (offset < entry->offset || search->length - start < entry->length) continue;
    if (prefilter_is_keyword(search->bytes + start, table->keywords + entry->start, entry->length)) {
      search->hits[search->count++] = (prefilter_hit){start, entry->keyword};
    }
  }
}

/// Writes the keywords that have their gram at a place; false if there may be no room for those of another.
static inline bool prefilter_look_up(prefilter_search *search, size_t offset) {
  const prefilter_table *table = &search->table;
  uint32_t gram = prefilter_gram(search->bytes + offset);
  uint32_t slot = prefilter_hash(gram, table->slot_bits);
  // The table is never full, so a free slot ends every probe.
  while (table->slots[slot].end_group != 0) {
    if (table->slots[slot].gram == gram) {
      for (uint32_t group = table->slots[slot].first_group; group < table->slots[slot].end_group; group++) {
        prefilter_compare(search, &table->groups[group], offset);
      }
      return search->capacity - search->count > table->most_entries;
    }
    slot = (slot + 1) & ((UINT32_C(1) << table->slot_bits) - 1);
  }
  return true;
}

/// How many bytes a kernel goes through before it looks up the places that it found in them.
enum { prefilter_block_bytes = 2048 };

/// Places in a block, as offsets from its start, in order.
typedef struct {
  size_t count;
  // Places are written three at a time.
  uint16_t offsets[prefilter_block_bytes + 3];
} prefilter_places;

/// Adds the places of a bit set, counted from `base`.
static inline void prefilter_add_places(prefilter_places *places, size_t base, uint64_t set) {
  // Three at a time: how many there are can't be predicted, that there are seldom more can.
  size_t count = places->count;
  places->count += (size_t)__builtin_popcountll(set);
  do {
    for (size_t i = 0; i < 3; i++) {
      // What an instruction does where there is one; a place too many is written over.
      places->offsets[count + i] = (uint16_t)(base + (set != 0 ? (size_t)__builtin_ctzll(set) : 64));
      set &= set - 1;
    }
    count += 3;
  } while (set != 0);
}

/// Looks up the places of a block that starts at `base`; false, with *position behind the last one, if there is no more
/// room.
///
/// Few places hold a gram, and few of these a keyword; which do can't be predicted. So they are thinned out twice
/// first, without a branch on what is found.
static inline bool prefilter_look_up_all(prefilter_search *search, prefilter_sieve sieve, size_t base,
                                         prefilter_places *places, size_t *position) {
  // Read once: the compiler can't know that writing offsets leaves them as they are.
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, count = 0, last = 0;
  for (size_t i = 0; i < places->count; i++) {
    uint16_t offset = places->offsets[i];
    places->offsets[count] = offset;
    uint32_t hash = prefilter_hash(prefilter_gram(bytes + base + offset), prefilter_gram_bits);
    count += sieve.grams[hash] != prefilter_gram_none;
  }
  for (size_t i = 0; i < count; i++) {
    uint16_t offset = places->offsets[i];
    size_t at = base + offset;
    places->offsets[last] = offset;
    // At the ends windows can't be read; there are few such places.
    if (at < 4 || length - at < 8) {
      last++;
      continue;
    }
    uint64_t behind = prefilter_window(bytes + at), before = prefilter_window(bytes + at - 4);
    uint32_t known = sieve.grams[prefilter_hash((uint32_t)behind, prefilter_gram_bits)];
    last += known >> 1 | prefilter_has_window(sieve.windows, behind, prefilter_window_factor(8)) |
            prefilter_has_window(sieve.windows, before, prefilter_window_factor(8)) |
            prefilter_has_window(sieve.windows, behind, prefilter_window_factor(6));
  }
  for (size_t i = 0; i < last; i++) {
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
                                                                          prefilter_fits *fits, prefilter_sieve sieve,
                                                                          size_t *position) {
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  prefilter_places found;
  while (at + width + 3 <= length) {
    size_t base = at;
    size_t turns = (length - 3 - at) / width;
    if (turns > prefilter_block_bytes / width) turns = prefilter_block_bytes / width;
    found.count = 0;
    for (size_t turn = 0; turn < turns; turn++) {
      prefilter_add_places(&found, turn * width, fits(tables, sets, bytes + at + turn * width));
    }
    at += turns * width;
    if (!prefilter_look_up_all(search, sieve, base, &found, position)) return;
  }
  // The rest is the end of one more look that is moved back to end with the bytes.
  if (length >= width + 3 && at + 4 <= length) {
    size_t last = length - (width + 3);
    found.count = 0;
    prefilter_add_places(&found, 0, fits(tables, sets, bytes + last) >> (at - last) << (at - last));
    if (!prefilter_look_up_all(search, sieve, last, &found, position)) return;
    at = length;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

#if defined(__x86_64__)
void prefilter_masked_avx2(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position);
void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position);
#elif defined(__aarch64__) && defined(__ARM_NEON)
void prefilter_masked_neon(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position);
#endif

#endif
