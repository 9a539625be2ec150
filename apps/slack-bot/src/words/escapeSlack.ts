/** Text made safe inside mrkdwn: `<!channel>` typed into a command would come back as a mention of everybody. */
export const escapeSlack = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
