/** Slack's own words for a reply that nobody else can see. */
export const EphemeralNote = ({ onDismiss }: { readonly onDismiss: () => void }) => (
  <p className="ephemeral-note">
    Only visible to you
    <button type="button" className="link-button" onClick={onDismiss}>
      Dismiss
    </button>
  </p>
)
