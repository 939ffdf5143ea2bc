#ifndef CPREFILTER_KERNEL_H
#define CPREFILTER_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The loops of the prefilter that Swift can't write: its SIMD types have no byte shuffle.
//
// A gram is four consecutive bytes as a little-endian number, each with bit 0x20 set, so that the
// two cases of a letter are one gram (and some signs share one, which the exact comparison sorts
// out later). The kernels find where the grams of a set stand, and which keywords stand round them.
//
// No kernel reads outside bytes[0 ..< length], whatever the alignment.

/// A keyword and the place where it stands.
typedef struct {
  size_t offset;
  uint32_t keyword;
} prefilter_hit;

/// A gram of the set, in a hash table with open addressing.
typedef struct {
  uint32_t gram;
  /// The groups of its keywords; none where the slot is free.
  uint32_t first_group, end_group;
} prefilter_slot;

/// Keywords of one gram that are told apart by the four bytes at one distance from it.
typedef struct {
  /// Where those bytes start, counted from the gram.
  int32_t distance;
  uint32_t first_entry, end_entry;
} prefilter_group;

/// A keyword of a group; the entries of a group are in the order of what they are told apart by.
typedef struct {
  /// The four bytes at the distance of the group, as a gram.
  uint32_t check;
  uint32_t keyword;
  /// The number of bytes before the gram.
  uint32_t offset;
  uint32_t length;
  /// Where in the bytes of all keywords this one starts.
  uint32_t start;
} prefilter_entry;

/// What is looked up where a gram may stand.
typedef struct {
  const prefilter_slot *slots;
  uint32_t slot_bits;
  const prefilter_group *groups;
  const prefilter_entry *entries;
  /// All keywords, one behind the other, ASCII letters in lower case.
  const uint8_t *keywords;
  /// No gram has more entries.
  size_t most_entries;
} prefilter_table;

/// A set of windows, as a bitmap of 2^bits hashes.
typedef struct {
  const uint8_t *bitmap;
  uint32_t bits;
} prefilter_windows;

/// What leaves few of the places that fit the masks.
typedef struct {
  /// For each hash of a gram, of `prefilter_gram_bits`, what is known of the grams that have it.
  const uint8_t *grams;
  /// The windows, by `prefilter_window_kind`, that keywords have at their grams.
  prefilter_windows windows;
} prefilter_sieve;

enum {
  prefilter_gram_bits = 13,
  /// No gram of the set.
  prefilter_gram_none = 0,
  /// Keywords with the gram have a window.
  prefilter_gram_has_windows = 1,
  /// Keywords with the gram have none, so that they have to be compared.
  prefilter_gram_is_alone = 2,
};

typedef enum {
  prefilter_kernel_avx2 = 0,
  prefilter_kernel_ssse3 = 1,
  prefilter_kernel_neon = 2,
  /// Plain C, for processors and builds without any of these.
  prefilter_kernel_scalar = 3,
} prefilter_kernel;

/// The number of tests that a kernel does at each place, each of which takes four bits from the four bytes there.
enum { prefilter_tests = 8 };

/// What the tests take from a gram; the bit for lower case makes no difference to any.
typedef struct {
  uint8_t values[prefilter_tests];
} prefilter_test_set;

static inline prefilter_test_set prefilter_test_values(uint32_t gram) {
  uint8_t bytes[4] = {(uint8_t)gram, (uint8_t)(gram >> 8), (uint8_t)(gram >> 16), (uint8_t)(gram >> 24)};
  prefilter_test_set set;
  for (int i = 0; i < 4; i++) set.values[i] = bytes[i] & 15;
  for (int i = 0; i < 3; i++) set.values[4 + i] = (uint8_t)((bytes[i] + bytes[i + 1] + 1) >> 1 & 15);
  set.values[7] = bytes[1] >> 3 & 11;
  return set;
}

/// Of what `prefilter_test_values` gives for the last test, what else a kernel may see there: the lower case.
enum { prefilter_lower_case = 4 };

/// Whether this processor, and this build, can run a kernel.
bool prefilter_kernel_runs(prefilter_kernel kernel);

/// Finds keywords by nibble masks (Teddy): every place where four bytes fit one of eight buckets is looked up.
///
/// The masks must hold no byte above 127.
/// Starts at *position and leaves there where to go on, which is the length at the end. The return value is the
/// number of hits written, in the order of their grams; the capacity must exceed the entries of any gram.
size_t prefilter_find_masked(prefilter_kernel kernel, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                             prefilter_table table, const uint8_t *bytes, size_t length, size_t *position,
                             prefilter_hit *hits, size_t capacity);

/// Finds keywords by grams at every step-th place, the first being 0, by a bitmap of hashes.
///
/// What is hashed are the `width` bytes, 4 to 8, that begin with the gram: the more they are, the fewer
/// places are looked up in vain. The contract is that of prefilter_find_masked; *position must be a
/// multiple of the step.
size_t prefilter_find_sampled(prefilter_windows windows, uint32_t width, size_t step, prefilter_table table,
                              const uint8_t *bytes, size_t length, size_t *position, prefilter_hit *hits,
                              size_t capacity);

/// How many bytes are line feeds.
size_t prefilter_count_newlines(const uint8_t *bytes, size_t length);

/// The offset of the last line feed, or `length` if there is none.
size_t prefilter_last_newline(const uint8_t *bytes, size_t length);

/// A set of ASCII bytes, as tables by the low and the high half of a byte.
typedef struct {
  uint8_t low[16];
  uint8_t high[16];
} prefilter_byte_set;

/// Adds a byte to a set, unless it is above 127.
void prefilter_byte_set_add(prefilter_byte_set *set, uint8_t byte);

/// The offset of the first byte that is in the set, or `length` if there is none.
size_t prefilter_first_of(prefilter_kernel kernel, const prefilter_byte_set *set, const uint8_t *bytes,
                          size_t length);

/// The first slot to look at, in a table of 2^bits slots.
static inline uint32_t prefilter_hash(uint32_t gram, uint32_t bits) {
  return (gram * UINT32_C(0x9E3779B1)) >> (32 - bits);
}

/// The number of places in the sample of text.
enum { prefilter_sample_places = 65536 };

/// The gram that stands at a place of the sample, by which the buckets of the masks are filled.
static inline uint32_t prefilter_sample_gram(size_t place) {
  extern const char prefilter_sample[];
  uint32_t gram = 0;
  for (size_t i = 0; i < 4; i++) gram |= (uint32_t)(uint8_t)prefilter_sample[4 * place + i] << (8 * i);
  return gram | UINT32_C(0x20202020);
}

/// The gram that starts at a byte; four bytes must be readable.
static inline uint32_t prefilter_gram(const uint8_t *bytes) {
  uint32_t gram;
  memcpy(&gram, bytes, sizeof gram);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  gram = __builtin_bswap32(gram);
#endif
  return gram | UINT32_C(0x20202020);
}

/// The eight bytes that start at one, each with bit 0x20 set; all must be readable.
static inline uint64_t prefilter_window(const uint8_t *bytes) {
  uint64_t window;
  memcpy(&window, bytes, sizeof window);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  window = __builtin_bswap64(window);
#endif
  return window | UINT64_C(0x2020202020202020);
}

/// What a keyword is told by where its gram stands, before it is compared: the gram and the next four bytes, the
/// four before and the gram, the gram and the next two, or, for a keyword too short for that, the gram alone.
typedef enum {
  prefilter_window_behind,
  prefilter_window_before,
  prefilter_window_short,
  prefilter_window_none,
} prefilter_window_kind;

/// The window of a gram with so many bytes of its keyword before and behind it.
static inline prefilter_window_kind prefilter_window_of(size_t before, size_t behind) {
  if (behind >= 4) return prefilter_window_behind;
  if (before >= 4) return prefilter_window_before;
  return behind >= 2 ? prefilter_window_short : prefilter_window_none;
}

/// What a window is multiplied with so that only its first `width` bytes, 1 to 8, count.
static inline uint64_t prefilter_window_factor(uint32_t width) {
  return UINT64_C(0x9E3779B97F4A7C15) << (64 - 8 * width);
}

/// The bit for a window, in a bitmap of 2^bits.
static inline uint64_t prefilter_window_hash(uint64_t window, uint64_t factor, uint32_t bits) {
  return (window * factor) >> (64 - bits);
}

#endif
