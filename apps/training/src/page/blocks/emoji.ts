/** The emoji that plain messages use by name. One that is not here stays as it was typed, `:like_this:`. */
const EMOJI: Readonly<Record<string, string>> = {
  alarm_clock: "⏰",
  arrow_right: "➡️",
  ballot_box_with_check: "☑️",
  bell: "🔔",
  bust_in_silhouette: "👤",
  calendar: "📆",
  clipboard: "📋",
  grey_question: "❔",
  hourglass: "⌛",
  hourglass_flowing_sand: "⏳",
  house: "🏠",
  information_source: "ℹ️",
  large_blue_circle: "🔵",
  large_green_circle: "🟢",
  large_orange_circle: "🟠",
  large_yellow_circle: "🟡",
  mag: "🔍",
  memo: "📝",
  no_entry: "⛔",
  police_car: "🚓",
  pushpin: "📌",
  red_circle: "🔴",
  repeat: "🔁",
  rotating_light: "🚨",
  scales: "⚖️",
  speech_balloon: "💬",
  warning: "⚠️",
  wave: "👋",
  white_check_mark: "✅",
  white_circle: "⚪",
  x: "❌"
}

export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (typed, name: string) => EMOJI[name] ?? typed)
