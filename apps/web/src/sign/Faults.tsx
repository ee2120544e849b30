/** Whatever goes wrong in drawing: says that nothing was recorded and how to go on, instead of an empty page. */
import { m } from '@draagvlak/messages/m'
import { Component, type ReactNode } from 'react'
import { Note } from './Note.tsx'

export class Faults extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <main className="sign-page"><div className="sign-body"><h1 className="sign-title">{m.shared_brand()}</h1><Note tone="wrong"><p>{m.sign_fault()}</p><button type="button" className="button" onClick={() => location.reload()}>{m.sign_load_again()}</button></Note></div></main>
  }
}
