/** How far two clocks may be apart, in milliseconds: Slack's and ours, or those of two machines the bot runs on. */
export const CLOCKS_APART = 10 * 60_000
