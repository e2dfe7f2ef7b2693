// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.cable.Reference;
import org.chancery.directory.Collective;
import org.chancery.directory.Government;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.ReleaseCheck;
import org.springframework.stereotype.Component;

/// What a cable that asks something of posts must say, and who may send it (TSK-002, TSK-004). A
/// cancellation asks nothing, whatever its rows are.
@Component
class InstructionRules implements ReleaseCheck {

    private final Offices offices;

    InstructionRules(Offices offices) {
        this.offices = offices;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        if (!content.instructs() || content.reference(Reference.Relation.CANCELS).isPresent()) {
            return List.of();
        }
        var codes =
                offices.all().stream()
                        .map(office -> office.code().value())
                        .collect(Collectors.toSet());
        var checks = new ArrayList<>(RowRules.check(content, codes, scopes(codes)));
        if (!mayInstruct(offices.get(draft.office()))) {
            checks.add(
                    Check.blocks("", InstructionRefusal.MAY_NOT_INSTRUCT, draft.office().value()));
        }
        return checks;
    }

    static boolean mayInstruct(Office office) {
        return office instanceof Office.Bureau bureau && bureau.taskingAuthority();
    }

    private Set<String> scopes(Set<String> codes) {
        var scopes = new HashSet<>(codes);
        scopes.add(TalkingPoint.FOR_ALL);
        offices.collectives().stream().map(Collective::code).forEach(scopes::add);
        offices.governments().stream().map(Government::region).forEach(scopes::add);
        return scopes;
    }
}
