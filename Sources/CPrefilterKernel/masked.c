#include "gram_lookup.h"

bool prefilter_kernel_runs(prefilter_kernel kernel) {
  switch (kernel) {
#if defined(__x86_64__)
  case prefilter_kernel_avx2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  case prefilter_kernel_ssse3:
    return __builtin_cpu_supports("ssse3");
#elif defined(__aarch64__) && defined(__ARM_NEON)
  case prefilter_kernel_neon:
    return true;
#endif
  default:
    return false;
  }
}

size_t prefilter_find_masked(prefilter_kernel kernel, const uint8_t *masks, size_t sets, const uint8_t *bitmap,
                             uint32_t bitmap_bits, const prefilter_slot *slots, uint32_t slot_bits, const uint8_t *bytes, size_t length, size_t *position,
                             prefilter_candidate *candidates, size_t capacity) {
  prefilter_search search = {slots, slot_bits, bytes, length, candidates, capacity, 0, bitmap, bitmap_bits};
  switch (kernel) {
#if defined(__x86_64__)
  case prefilter_kernel_avx2:
    prefilter_masked_avx2(&search, masks, sets, position);
    break;
  case prefilter_kernel_ssse3:
    prefilter_masked_ssse3(&search, masks, sets, position);
    break;
#elif defined(__aarch64__) && defined(__ARM_NEON)
  case prefilter_kernel_neon:
    prefilter_masked_neon(&search, masks, sets, position);
    break;
#endif
  default:
    // A kernel that isn't in this build: right, if slow.
    prefilter_look_up_rest(&search, position);
  }
  return search.count;
}
