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

size_t prefilter_find_masked(prefilter_kernel kernel, const uint8_t *masks, size_t sets, prefilter_sieve sieve,
                             prefilter_table table, const uint8_t *bytes, size_t length, size_t *position,
                             prefilter_hit *hits, size_t capacity) {
  prefilter_search search = {table, bytes, length, hits, capacity, 0};
  switch (kernel) {
#if defined(__x86_64__)
  case prefilter_kernel_avx2:
    prefilter_masked_avx2(&search, masks, sets, sieve, position);
    break;
  case prefilter_kernel_ssse3:
    prefilter_masked_ssse3(&search, masks, sets, sieve, position);
    break;
#elif defined(__aarch64__) && defined(__ARM_NEON)
  case prefilter_kernel_neon:
    prefilter_masked_neon(&search, masks, sets, sieve, position);
    break;
#endif
  default:
    // A kernel that isn't in this build: right, if slow.
    prefilter_look_up_rest(&search, position);
  }
  return search.count;
}
