import Foundation
import SendtopUI

/// An eye that sees all colours, or lacks one kind of cones.
enum Vision: CaseIterable {
    case normal
    case protanopia
    case deuteranopia
    case tritanopia

    /// What it makes of linear red, green and blue.
    ///
    /// Source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
    /// 2009, severity 1.0.
    fileprivate var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

extension RGB {
    /// How far two colours are apart to an eye: the distance in OKLab. About 0.02 is just seen side by side.
    ///
    /// Source: Ottosson, "A perceptual color space for image processing", 2020.
    func distance(to other: RGB, seenWith vision: Vision = .normal) -> Double {
        zip(lab(vision), other.lab(vision)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    /// The number of xterm's palette, from 16 on, that looks most like the colour; the lowest of equals.
    var nearestNumber: UInt8 {
        var best: (number: UInt8, distance: Double) = (16, .infinity)
        for number in UInt8(16)...255 {
            let distance = RGB(c256: number)?.distance(to: self) ?? .infinity
            if distance < best.distance - 1e-9 { best = (number, distance) }
        }
        return best.number
    }

    private func lab(_ vision: Vision) -> [Double] {
        let linear = [red, green, blue].map { channel in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let seen = product(vision.matrix, linear).map { min(1, max(0, $0)) }
        let cones = product(
            [
                [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ],
            seen
        )
        return product(
            [
                [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ],
            cones.map(cbrt)
        )
    }

    private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
