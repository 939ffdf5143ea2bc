#include "CPrefilterKernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// A byte is in the set where the tables of its two halves have a bit in common. Bytes above 127 never are:
// there are eight bits for eight high halves. Where fewer bytes are left than a vector has they go one by one.

void prefilter_byte_set_add(prefilter_byte_set *set, uint8_t byte) {
  if (byte > 127) return;
  set->low[byte & 15] |= (uint8_t)(1 << (byte >> 4));
  set->high[byte >> 4] = (uint8_t)(1 << (byte >> 4));
}

static inline bool holds(const prefilter_byte_set *set, uint8_t byte) {
  return (set->low[byte & 15] & set->high[byte >> 4]) != 0;
}

static size_t first_scalar(const prefilter_byte_set *set, const uint8_t *bytes, size_t at, size_t length) {
  while (at < length && !holds(set, bytes[at])) at++;
  return at;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static size_t first_avx2(const prefilter_byte_set *set, const uint8_t *bytes,
                                                         size_t length) {
  const __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low));
  const __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->high));
  const __m256i half = _mm256_set1_epi8(0x0F), none = _mm256_setzero_si256();
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    __m256i text = _mm256_loadu_si256((const __m256i *)(bytes + at));
    // The shuffle gives 0 for a byte above 127.
    __m256i lows = _mm256_shuffle_epi8(low, text);
    __m256i highs = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(text, 4), half));
    __m256i met = _mm256_cmpeq_epi8(_mm256_and_si256(lows, highs), none);
    uint32_t places = ~(uint32_t)_mm256_movemask_epi8(met);
    if (places) return at + (size_t)__builtin_ctz(places);
  }
  return first_scalar(set, bytes, at, length);
}

__attribute__((target("ssse3"))) static size_t first_ssse3(const prefilter_byte_set *set, const uint8_t *bytes,
                                                           size_t length) {
  const __m128i low = _mm_loadu_si128((const __m128i *)set->low);
  const __m128i high = _mm_loadu_si128((const __m128i *)set->high);
  const __m128i half = _mm_set1_epi8(0x0F), none = _mm_setzero_si128();
  size_t at = 0;
  for (; at + 16 <= length; at += 16) {
    __m128i text = _mm_loadu_si128((const __m128i *)(bytes + at));
    __m128i lows = _mm_shuffle_epi8(low, text);
    __m128i highs = _mm_shuffle_epi8(high, _mm_and_si128(_mm_srli_epi16(text, 4), half));
    uint32_t places = ~(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(lows, highs), none)) & 0xFFFF;
    if (places) return at + (size_t)__builtin_ctz(places);
  }
  return first_scalar(set, bytes, at, length);
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

static size_t first_neon(const prefilter_byte_set *set, const uint8_t *bytes, size_t length) {
  const uint8x16_t low = vld1q_u8(set->low), high = vld1q_u8(set->high);
  size_t at = 0;
  for (; at + 16 <= length; at += 16) {
    uint8x16_t text = vld1q_u8(bytes + at);
    uint8x16_t lows = vqtbl1q_u8(low, vandq_u8(text, vdupq_n_u8(0x0F)));
    // Tables have nothing for the high halves above 7.
    uint8x16_t highs = vqtbl1q_u8(high, vshrq_n_u8(text, 4));
    if (vmaxvq_u8(vandq_u8(lows, highs))) break;
  }
  return first_scalar(set, bytes, at, length);
}

#endif

size_t prefilter_first_of(prefilter_kernel kernel, const prefilter_byte_set *set, const uint8_t *bytes,
                          size_t length) {
  switch (kernel) {
#if defined(__x86_64__)
  case prefilter_kernel_avx2:
    return first_avx2(set, bytes, length);
  case prefilter_kernel_ssse3:
    return first_ssse3(set, bytes, length);
#elif defined(__aarch64__) && defined(__ARM_NEON)
  case prefilter_kernel_neon:
    return first_neon(set, bytes, length);
#endif
  default:
    return first_scalar(set, bytes, 0, length);
  }
}
