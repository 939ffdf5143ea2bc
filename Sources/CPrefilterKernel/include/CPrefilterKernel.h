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
// out later). The kernels say where the grams of a set stand; which keywords that makes is decided
// in Swift.
//
// No kernel reads outside bytes[0 ..< length], whatever the alignment.

/// A gram of the set and the place where it stands.
typedef struct {
  size_t offset;
  /// The gram's index in its set.
  uint32_t gram;
} prefilter_candidate;

/// A gram and its index, in a hash table with open addressing.
typedef struct {
  uint32_t gram;
  /// UINT32_MAX where the slot is free.
  uint32_t index;
  /// How many bytes keywords have beside the gram in the windows of the bitmap: bit n for n bytes behind it,
  /// 0 to 4, and bit 8 + n for n before it.
  uint32_t sides;
} prefilter_slot;

typedef enum {
  prefilter_kernel_avx2 = 0,
  prefilter_kernel_ssse3 = 1,
  prefilter_kernel_neon = 2,
  /// Plain C, for processors and builds without any of these.
  prefilter_kernel_scalar = 3,
} prefilter_kernel;

/// The number of tests that a kernel does at each place: the low halves of four bytes, and three pairs.
enum { prefilter_tests = 7 };

/// The four bits that a kernel takes from two neighbouring bytes, each with bit 0x20 set.
static inline uint8_t prefilter_pair(uint8_t first, uint8_t second) {
  return (uint8_t)(first + 2 * second) >> 2 & 15;
}

/// Whether this processor, and this build, can run a kernel.
bool prefilter_kernel_runs(prefilter_kernel kernel);

/// Finds grams by nibble masks (Teddy): every place where four bytes fit one of eight buckets is looked up.
///
/// The masks must hold no byte above 127. Starts at *position and leaves there where to go on; the
/// return value is the number of candidates written, less than the capacity only at the end.
size_t prefilter_find_masked(prefilter_kernel kernel, const uint8_t *masks, size_t sets, const uint8_t *bitmap,
                             uint32_t bitmap_bits, const prefilter_slot *slots, uint32_t slot_bits, const uint8_t *bytes, size_t length, size_t *position,
                             prefilter_candidate *candidates, size_t capacity);

/// Finds grams at every step-th place, the first being 0, by a bitmap of hashes.
///
/// What is hashed are the `width` bytes, 4 to 8, that begin with the gram: the more they are, the fewer
/// places are looked up in vain. The contract is that of prefilter_find_masked; *position must be a
/// multiple of the step.
size_t prefilter_find_sampled(const uint8_t *bitmap, uint32_t bitmap_bits, uint32_t width, size_t step,
                              const prefilter_slot *slots, uint32_t slot_bits, const uint8_t *bytes, size_t length,
                              size_t *position, prefilter_candidate *candidates, size_t capacity);

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

/// The first slot to look at, in a table of 2^bits entries.
static inline uint32_t prefilter_hash(uint32_t gram, uint32_t bits) {
  return (gram * UINT32_C(0x9E3779B1)) >> (32 - bits);
}

/// How common each low half of a byte is in text: parts per 65,536, at least 1.
static inline uint32_t prefilter_low_share(uint8_t half) {
  extern const uint16_t prefilter_low_shares[16];
  return prefilter_low_shares[half & 15];
}

/// How common each value of prefilter_pair is in text: parts per 65,536, at least 1.
static inline uint32_t prefilter_pair_share(uint8_t value) {
  extern const uint16_t prefilter_pair_shares[16];
  return prefilter_pair_shares[value & 15];
}

/// How common a gram is in text: 0 is once in 2^20 bytes or less, each further level is twice that.
static inline uint32_t prefilter_gram_level(uint32_t gram) {
  extern const char prefilter_gram_levels[];
  return (uint32_t)(prefilter_gram_levels[prefilter_hash(gram, 13)] - 'a');
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

/// What a window is multiplied with so that only its first `width` bytes, 1 to 8, count.
static inline uint64_t prefilter_window_factor(uint32_t width) {
  return UINT64_C(0x9E3779B97F4A7C15) << (64 - 8 * width);
}

/// The bit for a window, in a bitmap of 2^bits.
static inline uint64_t prefilter_window_hash(uint64_t window, uint64_t factor, uint32_t bits) {
  return (window * factor) >> (64 - bits);
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

#endif
