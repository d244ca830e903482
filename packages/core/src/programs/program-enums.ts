import { registerEnumType } from 'type-graphql';

/** What a line of the coordination program is. */
export enum ProgramKind {
  PROGRAM = 'PROGRAM',
  CAMPAIGN = 'CAMPAIGN',
  MOVEMENT = 'MOVEMENT',
  DUTY = 'DUTY',
}

registerEnumType(ProgramKind, {
  name: 'ProgramKind',
  description: 'What sort of work a line of the coordination program is.',
  valuesConfig: {
    PROGRAM: { description: 'Joint work with partners, or under a scheme, that has an agreement behind it.' },
    CAMPAIGN: { description: 'A drive that asks the people to take part (cuộc vận động).' },
    MOVEMENT: { description: 'An emulation movement (phong trào thi đua).' },
    DUTY: { description: 'Standing work of the Front that no campaign or agreement starts or ends.' },
  },
});

/** How much of a program runs as software. */
export enum ProgramStatus {
  WHOLE = 'WHOLE',
  REGISTERED = 'REGISTERED',
}

registerEnumType(ProgramStatus, {
  name: 'ProgramStatus',
  description: 'How much of a program the platform carries today.',
  valuesConfig: {
    WHOLE: { description: 'Its plugin has tables, fields and rules of its own.' },
    REGISTERED: {
      description: 'Its lines, indicators, targets and duties are here; figures come through reports.',
    },
  },
});

/** Where the work of a program is done. */
export enum ProgramLevel {
  CENTRAL = 'CENTRAL',
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}

registerEnumType(ProgramLevel, {
  name: 'ProgramLevel',
  description:
    'The level of the Front at which the work of a line is really done, whatever its quoted text says.',
  valuesConfig: {
    CENTRAL: { description: 'The Central Committee of the Front.' },
    PROVINCE: { description: 'The Front of a province or a municipality.' },
    DISTRICT: { description: 'The Front of a district; such bodies ended on 2025-07-01.' },
    COMMUNE: { description: 'The Front of a commune, ward, town or special zone.' },
  },
});

/** Whether a plugin is switched on. */
export enum PluginSwitch {
  ENABLED = 'ENABLED',
  DISABLED = 'DISABLED',
  QUARANTINED = 'QUARANTINED',
}

registerEnumType(PluginSwitch, {
  name: 'PluginState',
  description:
    'Whether a plugin serves. A field of one that does not answers null, with PLUGIN_DISABLED or PLUGIN_UNAVAILABLE.',
  valuesConfig: {
    ENABLED: { description: 'An administrator has it switched on; that is how a plugin starts.' },
    DISABLED: { description: 'An administrator has switched it off; its data are kept.' },
    QUARANTINED: { description: 'It could not be migrated or started; the others serve without it.' },
  },
});
