import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { colorSchemes, useColorScheme } from '@/ui/colorScheme'
import { IconButton } from '@/ui/controls/IconButton'

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const
const words = { auto: 'as the system', light: 'light', dark: 'dark' } as const

/** Light, dark, or as the system says. */
export function ThemeToggle() {
  const [scheme, setScheme] = useColorScheme()
  const Icon = icons[scheme]
  const next = colorSchemes[(colorSchemes.indexOf(scheme) + 1) % colorSchemes.length] ?? 'auto'
  return (
    <IconButton
      label={`Colours: ${words[scheme]}. Change to ${words[next]}`}
      icon={<Icon size={16} aria-hidden />}
      onClick={() => setScheme(next)}
    />
  )
}
