#include "gram_lookup.h"

#if defined(__x86_64__)
#include <immintrin.h>

// How both kernels work: the byte at each of four positions selects, by its low and by its high
// half, the buckets (one bit each) that have a gram with such a byte there. What is left after
// ANDing all eight is a bucket that may have a gram starting here.
//
// The low half needs no masking: a shuffle gives 0 for a byte above 127, which is right, for no gram
// of the masks has one. The four positions are four unaligned loads; shifting one result across
// vectors instead costs as many shuffles on the ports that are busy anyway.

#define AVX2 __attribute__((target("avx2")))
#define SSSE3 __attribute__((target("ssse3")))

typedef struct {
  __m256i low[4], high[4];
} masks_avx2;

AVX2 static inline __m256i buckets_avx2(const masks_avx2 *masks, const uint8_t *bytes) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i buckets = _mm256_set1_epi8(-1);
  for (int i = 0; i < 4; i++) {
    __m256i text = _mm256_loadu_si256((const __m256i *)(bytes + i));
    __m256i low = _mm256_shuffle_epi8(masks->low[i], text);
    __m256i high = _mm256_shuffle_epi8(masks->high[i], _mm256_and_si256(_mm256_srli_epi16(text, 4), half));
    buckets = _mm256_and_si256(buckets, _mm256_and_si256(low, high));
  }
  return buckets;
}

/// The places with any bucket, as bits.
AVX2 static inline uint32_t places_avx2(__m256i buckets) {
  return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(buckets, _mm256_setzero_si256()));
}

AVX2 void prefilter_masked_avx2(prefilter_search *search, const uint8_t *table, size_t *position) {
  masks_avx2 masks;
  for (int i = 0; i < 4; i++) {
    masks.low[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 32 * i)));
    masks.high[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 32 * i + 16)));
  }
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;

  // Two vectors a turn: one branch for 64 bytes, which is seldom taken.
  for (; at + 64 + 3 <= length; at += 64) {
    __m256i first = buckets_avx2(&masks, bytes + at);
    __m256i second = buckets_avx2(&masks, bytes + at + 32);
    __m256i any = _mm256_or_si256(first, second);
    if (__builtin_expect(_mm256_testz_si256(any, any), 1)) continue;
    uint64_t places = places_avx2(first) | (uint64_t)places_avx2(second) << 32;
    if (!prefilter_look_up_all(search, at, places, position)) return;
  }
  for (; at + 32 + 3 <= length; at += 32) {
    if (!prefilter_look_up_all(search, at, places_avx2(buckets_avx2(&masks, bytes + at)), position)) return;
  }
  // The rest is the end of one more vector that is moved back to end with the bytes.
  if (length >= 32 + 3 && at + 4 <= length) {
    size_t last = length - (32 + 3);
    uint64_t places = (uint64_t)places_avx2(buckets_avx2(&masks, bytes + last));
    places = places >> (at - last) << (at - last);
    if (!prefilter_look_up_all(search, last, places, position)) return;
    at = length;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

typedef struct {
  __m128i low[4], high[4];
} masks_ssse3;

SSSE3 static inline uint32_t places_ssse3(const masks_ssse3 *masks, const uint8_t *bytes) {
  const __m128i half = _mm_set1_epi8(0x0F);
  __m128i buckets = _mm_set1_epi8(-1);
  for (int i = 0; i < 4; i++) {
    __m128i text = _mm_loadu_si128((const __m128i *)(bytes + i));
    __m128i low = _mm_shuffle_epi8(masks->low[i], text);
    __m128i high = _mm_shuffle_epi8(masks->high[i], _mm_and_si128(_mm_srli_epi16(text, 4), half));
    buckets = _mm_and_si128(buckets, _mm_and_si128(low, high));
  }
  return ~(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(buckets, _mm_setzero_si128())) & 0xFFFF;
}

SSSE3 void prefilter_masked_ssse3(prefilter_search *search, const uint8_t *table, size_t *position) {
  masks_ssse3 masks;
  for (int i = 0; i < 4; i++) {
    masks.low[i] = _mm_loadu_si128((const __m128i *)(table + 32 * i));
    masks.high[i] = _mm_loadu_si128((const __m128i *)(table + 32 * i + 16));
  }
  size_t at = *position;
  for (; at + 16 + 3 <= search->length; at += 16) {
    uint32_t places = places_ssse3(&masks, search->bytes + at);
    if (places != 0 && !prefilter_look_up_all(search, at, places, position)) return;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

#endif
