import Foundation
public import SendtopCore

extension SendClient {
    /// Asks the endpoint, which must be a sandbox, for the mail that it rendered for a send.
    ///
    /// - Returns: The mail, or `nil` when there is none.
    /// - Throws: `SendError` when there is no answer, or one that no sandbox gives.
    public func renderedMessage(of dispatchID: String) async throws(SendError) -> RenderedMessage? {
        var query = URLComponents()
        query.queryItems = [URLQueryItem(name: "dispatch_id", value: dispatchID)]
        let url = endpoint.baseURL + "/sandbox/messages?" + (query.percentEncodedQuery ?? "")
        switch await Exchange(client: client, key: key).get(url, within: endpoint.totalTimeout) {
        case .trouble(let trouble):
            throw SendError(cause: .noAnswer(trouble), endpoint: endpoint.baseURL)
        case .answer(let answer):
            let messages = (try? JSON(text: answer.body))?.object?["messages"]?.array
            guard answer.status == 200, let messages else {
                let excerpt = "it seems to be no sandbox"
                throw SendError(
                    cause: .foreignAnswer(status: answer.status, excerpt: excerpt),
                    endpoint: endpoint.baseURL
                )
            }
            return messages.first { $0.object?["dispatch_id"]?.string == dispatchID }.flatMap(RenderedMessage.init)
        }
    }
}
