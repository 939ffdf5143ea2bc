#include "gram_lookup.h"

#if defined(__x86_64__)
#include <immintrin.h>

// How the kernels work: each of seven tests takes four bits from the bytes at a place, which select the
// buckets (one bit each) that have a gram with such bits there. What is left after ANDing all seven is a
// bucket that may have a gram starting here. Four tests are the low halves of the four bytes; three mix
// two neighbours each, so that a bucket of several grams lets through few of their mixtures.
//
// The low half needs no masking: a shuffle gives 0 for a byte above 127, which is right, for no gram
// of the masks has one.

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define SSSE3 __attribute__((target("ssse3")))

AVX2 static inline __m256i table_avx2(const uint8_t *masks, size_t test) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(masks + 16 * test)));
}

/// The buckets that fit at 64 places, for one or two sets of masks.
AVX2 static inline uint64_t places_avx2(const __m256i *tables, size_t sets, const uint8_t *bytes) {
  const __m256i half = _mm256_set1_epi8(0x0F), small = _mm256_set1_epi8(0x20);
  uint64_t places = 0;
  for (size_t part = 0; part < 2; part++) {
    __m256i text[4], pairs[3], fit = _mm256_setzero_si256();
    for (size_t i = 0; i < 4; i++) {
      text[i] = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(bytes + 32 * part + i)), small);
    }
    for (size_t i = 0; i < 3; i++) {
      __m256i sum = _mm256_add_epi8(text[i], _mm256_add_epi8(text[i + 1], text[i + 1]));
      pairs[i] = _mm256_and_si256(_mm256_srli_epi16(sum, 2), half);
    }
    for (size_t set = 0; set < sets; set++) {
      const __m256i *table = tables + prefilter_tests * set;
      __m256i buckets = _mm256_shuffle_epi8(table[0], text[0]);
      for (size_t i = 1; i < 4; i++) buckets = _mm256_and_si256(buckets, _mm256_shuffle_epi8(table[i], text[i]));
      for (size_t i = 0; i < 3; i++) buckets = _mm256_and_si256(buckets, _mm256_shuffle_epi8(table[4 + i], pairs[i]));
      fit = _mm256_or_si256(fit, buckets);
    }
    uint32_t none = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(fit, _mm256_setzero_si256()));
    places |= (uint64_t)~none << (32 * part);
  }
  return places;
}

AVX2 static inline void masked_avx2(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position) {
  __m256i tables[2 * prefilter_tests];
  for (size_t i = 0; i < sets * prefilter_tests; i++) tables[i] = table_avx2(masks, i);
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  prefilter_places found;
  while (at + 64 + 3 <= length) {
    size_t base = at;
    found.count = 0;
    for (; at + 64 + 3 <= length && at < base + prefilter_block_bytes; at += 64) {
      uint64_t places = places_avx2(tables, sets, bytes + at);
      prefilter_add_places(&found, at - base, places);
    }
    if (!prefilter_look_up_all(search, base, &found, position)) return;
  }
  // The rest is the end of one more vector that is moved back to end with the bytes.
  if (length >= 64 + 3 && at + 4 <= length) {
    size_t last = length - (64 + 3);
    found.count = 0;
    prefilter_add_places(&found, 0, places_avx2(tables, sets, bytes + last) >> (at - last) << (at - last));
    if (!prefilter_look_up_all(search, last, &found, position)) return;
    at = length;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

AVX2 void prefilter_masked_avx2(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position) {
  // The compiler unrolls what it knows the number of.
  if (sets == 1) masked_avx2(search, masks, 1, position);
  else masked_avx2(search, masks, 2, position);
}

SSSE3 static inline uint32_t places_ssse3(const __m128i *tables, size_t sets, const uint8_t *bytes) {
  const __m128i half = _mm_set1_epi8(0x0F), small = _mm_set1_epi8(0x20);
  __m128i text[4], pairs[3], fit = _mm_setzero_si128();
  for (size_t i = 0; i < 4; i++) text[i] = _mm_or_si128(_mm_loadu_si128((const __m128i *)(bytes + i)), small);
  for (size_t i = 0; i < 3; i++) {
    __m128i sum = _mm_add_epi8(text[i], _mm_add_epi8(text[i + 1], text[i + 1]));
    pairs[i] = _mm_and_si128(_mm_srli_epi16(sum, 2), half);
  }
  for (size_t set = 0; set < sets; set++) {
    const __m128i *table = tables + prefilter_tests * set;
    __m128i buckets = _mm_shuffle_epi8(table[0], text[0]);
    for (size_t i = 1; i < 4; i++) buckets = _mm_and_si128(buckets, _mm_shuffle_epi8(table[i], text[i]));
    for (size_t i = 0; i < 3; i++) buckets = _mm_and_si128(buckets, _mm_shuffle_epi8(table[4 + i], pairs[i]));
    fit = _mm_or_si128(fit, buckets);
  }
  return ~(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(fit, _mm_setzero_si128())) & 0xFFFF;
}

SSSE3 void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *masks, size_t sets, size_t *position) {
  __m128i tables[2 * prefilter_tests];
  for (size_t i = 0; i < sets * prefilter_tests; i++) tables[i] = _mm_loadu_si128((const __m128i *)(masks + 16 * i));
  size_t length = search->length, at = *position;
  prefilter_places found;
  while (at + 16 + 3 <= length) {
    size_t base = at;
    found.count = 0;
    for (; at + 16 + 3 <= length && at < base + prefilter_block_bytes; at += 16) {
      prefilter_add_places(&found, at - base, places_ssse3(tables, sets, search->bytes + at));
    }
    if (!prefilter_look_up_all(search, base, &found, position)) return;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

#endif
