public import ArgumentParser
public import SendtopUI

extension RowFormat: ExpressibleByArgument {}
