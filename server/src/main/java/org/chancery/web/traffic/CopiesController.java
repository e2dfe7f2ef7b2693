// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.cable.Mrn;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.DeliveryRefusal;
import org.chancery.directory.StaffId;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an office does with its copy: acknowledge, mark as done, assign, distribute.
@Controller
class CopiesController {

    private final Deliveries deliveries;

    CopiesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @PostMapping("/cables/{mrn}/acknowledge")
    String acknowledge(@PathVariable String mrn, Actor actor) {
        var number = Mrn.parse(mrn);
        deliveries.acknowledge(number, actor);
        return back(number);
    }

    @PostMapping("/cables/{mrn}/handled")
    String handled(@PathVariable String mrn, Actor actor) {
        var number = Mrn.parse(mrn);
        deliveries.handled(number, actor);
        return back(number);
    }

    @PostMapping("/cables/{mrn}/assign")
    String assign(
            @PathVariable String mrn,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        var number = Mrn.parse(mrn);
        if (person == null) {
            throw new Refusal(DeliveryRefusal.READER_MISSING);
        }
        deliveries.assign(number, new StaffId(person), note, actor);
        return back(number);
    }

    @PostMapping("/cables/{mrn}/distribute")
    String distribute(
            @PathVariable String mrn,
            @RequestParam(required = false) @Nullable List<UUID> person,
            Actor actor) {
        var number = Mrn.parse(mrn);
        var persons = person == null ? List.<UUID>of() : person;
        deliveries.distribute(
                number, persons.stream().map(StaffId::new).collect(Collectors.toSet()), actor);
        return back(number);
    }

    private static String back(Mrn mrn) {
        return "redirect:/cables/" + mrn.slug();
    }
}
