import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import { MantineProvider, Modal } from '@mantine/core'
import { shownScheme } from '@/ui/colorScheme'
import { theme } from '@/ui/theme'
import type { DialogProps } from './Dialog'
import styles from './Dialog.module.css'

const widths = { small: 440, normal: 680, panel: 1120 } as const

/** The window of a Dialog. */
export function DialogWindow(props: DialogProps) {
  const { opened, onClose, title, aside, size = 'normal', footer, locked = false, initialFocus = 'title', children } = props
  const onTitle = initialFocus === 'title'
  return (
    // Mantine's part of the page is its dialogs: it comes with the first of them. Whether the page is light or dark it
    // only reads: given the root, it writes that too, and now and then later than the page itself.
    <MantineProvider theme={theme} forceColorScheme={shownScheme()} getRootElement={() => undefined}>
      <Modal.Root
        opened={opened}
        onClose={onClose}
        size={widths[size]}
        yOffset={size === 'panel' ? 0 : '8dvh'}
        xOffset={size === 'panel' ? 0 : '16px'}
        returnFocus={false}
        closeOnEscape={!locked}
        closeOnClickOutside={!locked}
        transitionProps={{ duration: 100, transition: 'fade' }}
        // On the root: given to the content, Mantine puts a class on its positioning parent too.
        classNames={{ content: styles['content'] ?? '', header: styles['header'] ?? '', title: styles['title'] ?? '', body: styles['body'] ?? '' }}
      >
        <Modal.Overlay backgroundOpacity={0.5} />
        <Modal.Content data-size={size}>
          {/* Mantine draws a <header>, which would be a second banner of the page. */}
          <Modal.Header role="none">
            <Modal.Title data-autofocus={onTitle || undefined} tabIndex={onTitle ? -1 : undefined}>
              {title}
            </Modal.Title>
            {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
            <Modal.CloseButton aria-label="Close" disabled={locked} />
          </Modal.Header>
          <Modal.Body>{children}</Modal.Body>
          {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
        </Modal.Content>
      </Modal.Root>
    </MantineProvider>
  )
}
