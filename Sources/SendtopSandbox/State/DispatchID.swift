/// Makes the service's names for sends: 32 hexadecimal digits, such as `acf471119f7449d579e8089032003ded`.
enum DispatchID {
    static func random() -> String {
        let digits = String(UInt128.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
