#include "gram_lookup.h"

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

// The same steps as in masked_x86.c. A table look-up gives 0 only for an index above 15, so the low
// half is masked here; a byte above 127 then fails by its high half, which no gram of the masks has.

typedef struct {
  uint8x16_t low[4], high[4];
} masks_neon;

static inline uint8x16_t buckets_neon(const masks_neon *masks, const uint8_t *bytes) {
  uint8x16_t buckets = vdupq_n_u8(0xFF);
  for (int i = 0; i < 4; i++) {
    uint8x16_t text = vld1q_u8(bytes + i);
    uint8x16_t low = vqtbl1q_u8(masks->low[i], vandq_u8(text, vdupq_n_u8(0x0F)));
    uint8x16_t high = vqtbl1q_u8(masks->high[i], vshrq_n_u8(text, 4));
    buckets = vandq_u8(buckets, vandq_u8(low, high));
  }
  return buckets;
}

/// Looks up the places with any bucket; false if the room is full.
static inline bool look_up_neon(prefilter_search *search, size_t at, uint8x16_t buckets, size_t *position) {
  // NEON has no move-mask. Narrowing by four leaves four bits for each byte, of which one is kept.
  uint8x16_t any = vtstq_u8(buckets, buckets);
  uint64_t nibbles = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(any), 4)), 0);
  for (nibbles &= UINT64_C(0x8888888888888888); nibbles != 0; nibbles &= nibbles - 1) {
    size_t offset = at + (size_t)(__builtin_ctzll(nibbles) >> 2);
    if (!prefilter_look_up(search, offset)) {
      *position = offset + 1;
      return false;
    }
  }
  return true;
}

void prefilter_masked_neon(prefilter_search *search, const uint8_t *table, size_t *position) {
  masks_neon masks;
  for (int i = 0; i < 4; i++) {
    masks.low[i] = vld1q_u8(table + 32 * i);
    masks.high[i] = vld1q_u8(table + 32 * i + 16);
  }
  const uint8_t *bytes = search->bytes;
  size_t length = search->length, at = *position;
  for (; at + 32 + 3 <= length; at += 32) {
    uint8x16_t first = buckets_neon(&masks, bytes + at);
    uint8x16_t second = buckets_neon(&masks, bytes + at + 16);
    if (__builtin_expect(vmaxvq_u8(vorrq_u8(first, second)) == 0, 1)) continue;
    if (!look_up_neon(search, at, first, position)) return;
    if (!look_up_neon(search, at + 16, second, position)) return;
  }
  *position = at;
  prefilter_look_up_rest(search, position);
}

#endif
