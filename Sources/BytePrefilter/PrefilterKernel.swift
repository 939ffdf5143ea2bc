import CPrefilterKernel

/// The vector instructions that a search by masks uses.
package enum PrefilterKernel: CaseIterable, Sendable {
  case avx2, ssse3, neon

  /// The best one that this processor has, nil if it has none.
  package static let best = allCases.first(where: \.isAvailable)

  /// Whether this processor, and this build, can run it.
  package var isAvailable: Bool { prefilter_kernel_runs(raw) }

  var raw: prefilter_kernel {
    switch self {
    case .avx2: prefilter_kernel_avx2
    case .ssse3: prefilter_kernel_ssse3
    case .neon: prefilter_kernel_neon
    }
  }
}
