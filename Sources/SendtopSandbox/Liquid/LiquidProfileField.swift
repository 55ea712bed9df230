/// The standard fields of a user that templates may name.
enum LiquidProfileField: String, Sendable, Hashable, CaseIterable {
    case firstName = "first_name"
    case lastName = "last_name"
    case emailAddress = "email_address"
    case userID = "user_id"
    case city, country, gender, language
    case dateOfBirth = "date_of_birth"
    case phoneNumber = "phone_number"
    case timeZone = "time_zone"
}
