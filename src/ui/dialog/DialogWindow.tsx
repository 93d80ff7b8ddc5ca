import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import { Modal } from '@mantine/core'
import type { DialogProps } from './Dialog'
import styles from './Dialog.module.css'

const widths = { small: 440, normal: 680, panel: 1120 } as const

/** The window of a Dialog. */
export function DialogWindow({ opened, onClose, title, aside, size = 'normal', footer, locked = false, children }: DialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={widths[size]}
      yOffset={size === 'panel' ? 0 : '8dvh'}
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      transitionProps={{ duration: 100, transition: 'fade' }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content className={styles['content']} data-size={size}>
        <Modal.Header className={styles['header']}>
          <Modal.Title className={styles['title']}>{title}</Modal.Title>
          {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
          <Modal.CloseButton aria-label="Close" disabled={locked} />
        </Modal.Header>
        <Modal.Body className={styles['body']}>{children}</Modal.Body>
        {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
      </Modal.Content>
    </Modal.Root>
  )
}
