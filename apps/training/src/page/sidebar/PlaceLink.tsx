import { type Address, formatAddress } from "../../address/address.ts"

interface PlaceLinkProps {
  readonly address: Address
  /** A mark beside the name, for the eye only. */
  readonly sign: string
  readonly name: string
  readonly isHere: boolean
  readonly isUnread?: boolean
  readonly onGo: (address: Address) => void
}

/** A real link, so that a place can be opened in another tab; followed without loading the page again. */
export const PlaceLink = ({ address, sign, name, isHere, isUnread = false, onGo }: PlaceLinkProps) => (
  <li>
    <a
      href={formatAddress(address)}
      className={isUnread ? "place place-unread" : "place"}
      aria-current={isHere ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onGo(address)
      }}
    >
      <span className="place-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="place-name">{name}</span>
      {isUnread && <span className="badge">new</span>}
    </a>
  </li>
)
