import type { AreaHandlers } from '#electron/security/call.ts';
import { readFacts } from './facts.ts';
import { withForecasts } from './forecasts.ts';
import {
  endContract,
  removeLine,
  saveAssistant,
  saveEvent,
  saveMember,
  saveObjective,
  savePayment,
  saveYear,
} from './lines.ts';
import { eligible, proposal } from './propose.ts';
import { registerContract, removeContract, updateContract } from './register.ts';
import { simulate } from './scenario.ts';
import { contractLine, contractView } from './view.ts';
import { required } from './write.ts';

/** Contracts of aid: reads computed from what was typed, commands that refuse what contradicts itself. */
export function aidHandlers(): AreaHandlers<'aid'> {
  return {
    async contracts(call) {
      const known = await readFacts(call.db, call.clock);
      const facts = await withForecasts(known, call, known.contracts);
      return { contracts: facts.contracts.map((one) => contractLine(one, facts)) };
    },
    async contract(call, { id }) {
      const known = await readFacts(call.db, call.clock);
      const contract = required(known, id);
      return contractView(contract, await withForecasts(known, call, [contract]));
    },
    propose: async ({ db, clock }, asked) => proposal(asked, await readFacts(db, clock)),
    eligibility: async ({ db, clock }, asked) => eligible(asked, await readFacts(db, clock)),
    simulate: async ({ db, clock }, scenario) => simulate(scenario, await readFacts(db, clock)),
    register: registerContract,
    update: updateContract,
    remove: (call, { id }) => removeContract(call, id),
    end: endContract,
    saveObjective,
    removeObjective: (call, { id }) => removeLine(call, 'aid_objective', id),
    saveEvent,
    removeEvent: (call, { id }) => removeLine(call, 'aid_event', id),
    savePayment,
    removePayment: (call, { id }) => removeLine(call, 'aid_payment', id),
    saveYear,
    saveMember,
    removeMember: (call, { id }) => removeLine(call, 'aid_member', id),
    saveAssistant,
    removeAssistant: (call, { id }) => removeLine(call, 'aid_contract_assistant', id),
  };
}
