#include "gram_lookup.h"

#if defined(__x86_64__)
#include <immintrin.h>

// How the kernels work: each of eight tests takes four bits from the bytes at a place, which select the
// buckets (one bit each) that have a gram with such bits there. What is left after ANDing all is a
// bucket that may have a gram starting here. Four tests are the low halves of the four bytes. Three are the
// means of two neighbours, for which there is an instruction: they keep a bucket of several grams from letting
// through the mixtures of their halves. The last tells digits and signs from letters.
//
// No test looks at bit 0x20, so nothing need be done about the case of letters: in a mean only the higher
// half depends on it, and in the last test the masks have both cases.
//
// Low halves need no masking: a shuffle gives 0 for a byte above 127, which is right, for no gram of the
// masks has one, and a mean is above 127 only where a byte is.

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define SSSE3 __attribute__((target("ssse3")))

/// The places of 64 that may have a gram.
AVX2 static inline uint64_t places_avx2(const void *masks, size_t sets, const uint8_t *bytes) {
  const __m256i *tables = masks;
  const __m256i half = _mm256_set1_epi8(0x0F);
  uint64_t places = 0;
  for (size_t part = 0; part < 2; part++) {
    __m256i tests[prefilter_tests], fit = _mm256_setzero_si256();
    for (size_t i = 0; i < 4; i++) tests[i] = _mm256_loadu_si256((const __m256i *)(bytes + 32 * part + i));
    for (size_t i = 0; i < 3; i++) tests[4 + i] = _mm256_avg_epu8(tests[i], tests[i + 1]);
    tests[7] = _mm256_and_si256(_mm256_srli_epi16(tests[1], 3), half);
    for (size_t set = 0; set < sets; set++) {
      const __m256i *table = tables + prefilter_tests * set;
      __m256i buckets = _mm256_shuffle_epi8(table[0], tests[0]);
      for (size_t i = 1; i < prefilter_tests; i++) {
        buckets = _mm256_and_si256(buckets, _mm256_shuffle_epi8(table[i], tests[i]));
        // One after the other: the compiler would make a tree of them, for which there are too few registers.
        __asm__("" : "+x"(buckets));
      }
      fit = _mm256_or_si256(fit, buckets);
    }
    uint32_t none = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(fit, _mm256_setzero_si256()));
    places |= (uint64_t)~none << (32 * part);
  }
  return places;
}

AVX2 void prefilter_masked_avx2(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position) {
  __m256i tables[2 * prefilter_tests];
  for (size_t i = 0; i < sets * prefilter_tests; i++) {
    tables[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(masks + 16 * i)));
  }
  // The compiler unrolls what it knows the number of.
  if (sets == 1) prefilter_search_masked(search, tables, 1, 64, places_avx2, sieve, position);
  else prefilter_search_masked(search, tables, 2, 64, places_avx2, sieve, position);
}

/// The places of 16 that may have a gram.
SSSE3 static inline uint64_t places_ssse3(const void *masks, size_t sets, const uint8_t *bytes) {
  const __m128i *tables = masks;
  __m128i tests[prefilter_tests], fit = _mm_setzero_si128();
  for (size_t i = 0; i < 4; i++) tests[i] = _mm_loadu_si128((const __m128i *)(bytes + i));
  for (size_t i = 0; i < 3; i++) tests[4 + i] = _mm_avg_epu8(tests[i], tests[i + 1]);
  tests[7] = _mm_and_si128(_mm_srli_epi16(tests[1], 3), _mm_set1_epi8(0x0F));
  for (size_t set = 0; set < sets; set++) {
    const __m128i *table = tables + prefilter_tests * set;
    __m128i buckets = _mm_shuffle_epi8(table[0], tests[0]);
    for (size_t i = 1; i < prefilter_tests; i++) {
      buckets = _mm_and_si128(buckets, _mm_shuffle_epi8(table[i], tests[i]));
    }
    fit = _mm_or_si128(fit, buckets);
  }
  return ~(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(fit, _mm_setzero_si128())) & 0xFFFF;
}

SSSE3 void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position) {
  __m128i tables[2 * prefilter_tests];
  for (size_t i = 0; i < sets * prefilter_tests; i++) tables[i] = _mm_loadu_si128((const __m128i *)(masks + 16 * i));
  prefilter_search_masked(search, tables, sets, 16, places_ssse3, sieve, position);
}

#endif
