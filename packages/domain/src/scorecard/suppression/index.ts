export { type Figure, type Suppressed, WITHHELD } from "./figure.ts"
export { type SuppressedInterviewTimes, suppressInterviewTimes } from "./interviewTimes.ts"
export { type SuppressedScorecard, suppressScorecard, withoutFrequency } from "./suppressScorecard.ts"
