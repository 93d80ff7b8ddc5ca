import { Component, type ReactNode } from 'react'
import { CrashNote } from './CrashNote'

export interface ErrorBoundaryProps {
  /** What cannot be drawn: the title of the panel or page. */
  what: string
  children: ReactNode
  /** Another value than when it failed: draw again. */
  resetKey?: unknown
  /** Drawn instead of the note; `retry` mounts the children anew. */
  fallback?: (error: unknown, retry: () => void) => ReactNode
}

/** Keeps a fault in drawing one part from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean; error: unknown }> {
  override state: { failed: boolean; error: unknown } = { failed: false, error: null }

  static getDerivedStateFromError(error: unknown) {
    return { failed: true, error }
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.retry()
  }

  private readonly retry = () => this.setState({ failed: false, error: null })

  override render() {
    const { what, children, fallback } = this.props
    if (!this.state.failed) return children
    if (fallback !== undefined) return fallback(this.state.error, this.retry)
    return <CrashNote what={what} error={this.state.error} onRetry={this.retry} />
  }
}
