import type { Nation } from "@safe-return/domain/calendar"

export const nationWords: Readonly<Record<Nation, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland"
}
