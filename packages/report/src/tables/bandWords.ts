/** Bands of a scorecard in words; the codes are those of the published shape. */
export const durationWords: Readonly<Record<string, string>> = {
  "under-1": "Under 1 day",
  "1-2": "1 to 2 days",
  "3-7": "3 to 7 days",
  "8-10": "8 to 10 days",
  "11-15": "11 to 15 days",
  "16-20": "16 to 20 days",
  "21-30": "21 to 30 days",
  "over-30": "Over 30 days",
  "still-missing": "Still missing"
}

export const frequencyWords: Readonly<Record<string, string>> = {
  "1": "Once",
  "2": "Twice",
  "3": "3 times",
  "4": "4 times",
  "5": "5 times",
  "6-10": "6 to 10 times",
  "11-20": "11 to 20 times",
  "21-50": "21 to 50 times",
  "51-100": "51 to 100 times",
  "over-100": "Over 100 times"
}
