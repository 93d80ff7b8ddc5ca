import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { IconButton } from '@/ui/controls/IconButton'

const order = ['auto', 'light', 'dark'] as const
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const
const words = { auto: 'as the system', light: 'light', dark: 'dark' } as const

/** Light, dark, or as the system says. */
export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  const next = order[(order.indexOf(colorScheme) + 1) % order.length] ?? 'auto'
  return (
    <IconButton
      label={`Colours: ${words[colorScheme]}. Change to ${words[next]}`}
      icon={<Icon size={16} aria-hidden />}
      onClick={() => setColorScheme(next)}
    />
  )
}
