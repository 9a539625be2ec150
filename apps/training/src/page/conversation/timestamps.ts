/** Slack's message timestamps, `1794819600.000100`: seconds, then a serial number, never a decimal fraction. */
export const isLater = (ts: string, than: string): boolean => {
  const [seconds = "0", serial = "0"] = ts.split(".")
  const [thanSeconds = "0", thanSerial = "0"] = than.split(".")
  return Number(seconds) === Number(thanSeconds)
    ? Number(serial) > Number(thanSerial)
    : Number(seconds) > Number(thanSeconds)
}

export const latestOf = (timestamps: ReadonlyArray<string>): string =>
  timestamps.reduce((latest, ts) => (isLater(ts, latest) ? ts : latest), "0")
