#include "gram_lookup.h"

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

// The same steps as in masked_x86.c. A table look-up gives 0 only for an index above 15, so the high half
// is cut off but for bit 0x80, which makes the index of a byte above 127 one of those.

/// The places of 16 that may have a gram.
static inline uint64_t places_neon(const void *masks, size_t sets, const uint8_t *bytes) {
  const uint8x16_t *tables = masks;
  uint8x16_t text[4], tests[prefilter_tests], fit = vdupq_n_u8(0);
  for (size_t i = 0; i < 4; i++) text[i] = vld1q_u8(bytes + i);
  for (size_t i = 0; i < 4; i++) tests[i] = vandq_u8(text[i], vdupq_n_u8(0x8F));
  for (size_t i = 0; i < 3; i++) tests[4 + i] = vandq_u8(vrhaddq_u8(text[i], text[i + 1]), vdupq_n_u8(0x0F));
  tests[7] = vandq_u8(vshrq_n_u8(text[1], 3), vdupq_n_u8(0x0F));
  for (size_t set = 0; set < sets; set++) {
    const uint8x16_t *table = tables + prefilter_tests * set;
    uint8x16_t buckets = vqtbl1q_u8(table[0], tests[0]);
    for (size_t i = 1; i < prefilter_tests; i++) buckets = vandq_u8(buckets, vqtbl1q_u8(table[i], tests[i]));
    fit = vorrq_u8(fit, buckets);
  }
  // NEON has no move-mask.
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t set = vandq_u8(vtstq_u8(fit, fit), bits);
  return (uint64_t)vaddv_u8(vget_low_u8(set)) | (uint64_t)vaddv_u8(vget_high_u8(set)) << 8;
}

void prefilter_masked_neon(prefilter_search *search, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                           size_t *position) {
  uint8x16_t tables[2 * prefilter_tests];
  for (size_t i = 0; i < sets * prefilter_tests; i++) tables[i] = vld1q_u8(masks + 16 * i);
  prefilter_search_masked(search, tables, sets, 16, places_neon, sieve, position);
}

#endif
